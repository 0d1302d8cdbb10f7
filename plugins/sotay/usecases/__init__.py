"""What the product does: one public function a file, speaking values and ports only."""
