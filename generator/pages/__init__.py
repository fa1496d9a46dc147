"""What each kind of page shows: view models for the templates."""
