"""Mails and archives taken apart: their texts, attachments, and who wrote what."""
