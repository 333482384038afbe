"""The tutorial's server, written by somebody else: bind, listen, accept, send, close."""
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 4444
listener = socket.socket()
listener.bind(("127.0.0.1", port))
listener.listen(5)
print("listening on", listener.getsockname()[1], flush=True)
while True:
    connection, address = listener.accept()
    connection.send(b"conection formed successfully")
    connection.close()
