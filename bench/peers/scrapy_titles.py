"""Fetch the pages of the bench's site with Scrapy and take their titles: scrapy runspider THIS -a site=URL -a pages=N"""
import json
import time

import scrapy


class Titles(scrapy.Spider):
    name = "titles"
    custom_settings = {
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS": 8,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
    }

    def start_requests(self):
        self.done, self.begin = 0, time.monotonic()
        for number in range(int(self.pages)):
            yield scrapy.Request(f"{self.site}/t{number}.html")

    def parse(self, response):
        if response.css("title::text").get():
            self.done += 1

    def closed(self, reason):
        print(json.dumps({"done": self.done, "seconds": time.monotonic() - self.begin}))
