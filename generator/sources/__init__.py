"""The validated boundary: reads content/ and site_config/ into the model, collecting every problem."""
