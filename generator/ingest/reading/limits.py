"""How much of a raw article is read: articles are small, and these bounds keep memory and time in hand."""

MAX_BYTES = 20 * 2**20
MAX_UNPACKED_BYTES = 16 * 2**20
MAX_LINE_CHARS = 100_000
MAX_UNPACKED_PDF_BYTES = 32 * 2**20
MAX_PDF_PAGES = 300
MAX_PDF_CHARS = 3_000_000
MAX_PDF_SECONDS = 60
MAX_PAGE_TAGS = 200_000
MAX_PAGE_LINES = 20_000
