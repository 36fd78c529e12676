"""The frame of every page: base templates, components, static files, error pages. No models."""
