package gaitd.robot.mqtt;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Sockets of one link, kept so that they can be closed whatever the client behind it is waiting for. */
final class LinkSockets extends SocketFactory {
    private final SSLSocketFactory tls;
    private final Set<LinkSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes none yet.
     *
     * @param tls encrypts, or null
     */
    LinkSockets(final SSLSocketFactory tls) {
        this.tls = tls;
    }

    @Override
    public Socket createSocket() {
        final LinkSocket socket = new LinkSocket(tls);
        open.add(socket);
        if (closed) {
            socket.close();
        }
        return socket;
    }

    /** Closes all, those that will come, too. Whoever reads or writes one fails. */
    void close() {
        closed = true;
        open.forEach(LinkSocket::close);
        open.clear();
    }

    private static UnsupportedOperationException unconnectedOnly() {
        return new UnsupportedOperationException("makes sockets that are not connected only");
    }

    @Override
    public Socket createSocket(final String host, final int port) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(final String host, final int port, final InetAddress here, final int localPort) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(final InetAddress host, final int port) {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(final InetAddress host, final int port, final InetAddress here, final int localPort) {
        throw unconnectedOnly();
    }
}
