print("ddor")
