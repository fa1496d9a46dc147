"""The only place that knows MkDocs: builds the site and serves the preview."""
