"""A real OpenID Connect provider, another Django process, which tests sign in through."""
