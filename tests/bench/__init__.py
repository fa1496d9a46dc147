"""How long a build takes at any size: the portal beside plain MkDocs, Zensical and Hugo."""
