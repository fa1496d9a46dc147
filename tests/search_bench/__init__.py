"""The bench of search: our index beside Material's and Pagefind's, in Chromium, over the real and synthetic corpora."""
