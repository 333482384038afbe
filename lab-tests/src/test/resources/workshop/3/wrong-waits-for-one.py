# waits-for-one: waits until a client has gone before it takes the next
import socket
import sys

with socket.socket() as server:
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("", int(sys.argv[1])))
    server.listen(50)
    while True:
        connection, _ = server.accept()
        with connection:
            connection.sendall(b"welcome to my own server\n")
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(1024):
                pass
