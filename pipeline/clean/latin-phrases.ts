/** The grammar of lines around articles in Latin script, matched on lower-case text. */

/** Bylines and dates above the text of Latin-script pages. */
export const LATIN_INFO =
  /^(?:by\b|written by|posted|published|updated|last (?:updated|modified)|story by|from staff|staff |image|photo|share|e-?mail|print|comments?|\d+ comments?|min read|\d+ min(?:ute)?s? read|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? |(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}:\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})/;

/** Lines that send the reader elsewhere, anywhere in a Latin-script text. */
export const LATIN_NOISE =
  /^(?:(?:related|read more|read also|also read|see also|see more|more|also|watch|listen|must read|don['’]t miss|recommended|more on this|up next|in case you missed it|live updates|photos|video|gallery)\s?(?::|\||–|-|>|$)|also on |advert(?:isement|ising)?s?$|story continues|continue reading|sign up|subscribe|newsletters?$|follow (?:us|me|him|her|\w+ on)|click here|tap here|get (?:the latest|our|breaking|short url)|download |share (?:this|on|it)|image (?:copyright|caption|source|credit)|media caption|photo(?: illustration)?(?: by)?:|photos?:|credits?:|file photo|loading|caption$|close$|back to gallery|enlarge|this slideshow|this video|please enable|javascript|like this story|tell us what|you may (?:also )?like|let our news|skip|privacy policy|don['’]t miss$|breaking news$|show caption|hide caption|toggle|replay|play video|now playing)/;

/** Credits, biographies and promotion behind the text of Latin-script pages. */
export const LATIN_TAIL =
  /^(?:\(?(?:additional )?report(?:ing|ed) by|\(?(?:writing|editing|compiled|edited|written) by|this (?:article|story|post|piece) (?:was|is|has|originally|first)|originally published|updated (?:at|on)|update:|follow |our standards|copyright|©|all rights|the associated press|associated press|contact |email |e-mail |have a (?:tip|story)|got a (?:tip|story)|for more |to read |read the |visit |listen (?:live|to)|watch |download|get |sign up|subscribe|support |join |like us|tell us|what do you think|share your|comment|tags?:|categor|filed under|posted in|source:|via |image:|photo:|first published|the times is committed|need more|.{0,60} contributed (?:to this|reporting)|.{0,30} is (?:a|an|the) .{0,80}(?:reporter|editor|writer|correspondent|columnist|contributor|author|producer|journalist)|.{0,40}(?:can be reached|may be reached|on twitter|follow (?:him|her|us|them)))/;
