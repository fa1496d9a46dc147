"""From pages to files: renders Markdown, writes only what differs."""
