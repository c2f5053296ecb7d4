"""The JSON Schemas for editors, ready to be asked what is good by them."""

from jsonschema_rs import Draft7Validator

from game.authoring import schema

OF = {name: Draft7Validator(made()) for name, made in schema.SCHEMAS.items()}
