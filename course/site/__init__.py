"""The course as a web site: pages to read, and lessons to do in the browser.

For those who build it; it needs the packages of the extra ``site``, and a copy of the repository.
No lesson imports anything from here.
"""
