package gaitd.robot.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A socket that is encrypted, where it is to be, as soon as it is connected, and whose input does not end in its first moments.
 *
 * <p>The client waits, without end and without heed of interrupts, to see its reading thread at work, and looks every 100 ms: an input that
 * ends at once would leave a waiting thread behind with every connection that a broker drops.
 */
final class LinkSocket extends Socket {
    private static final long INPUT_LASTS_NS = 500_000_000L;
    private static final long NS_PER_MS = 1_000_000L;

    private final SSLSocketFactory tls;
    private volatile Socket inner = new Socket();
    private volatile boolean closed;

    /**
     * A socket that is not connected.
     *
     * @param tls encrypts, or null
     */
    LinkSocket(final SSLSocketFactory tls) {
        this.tls = tls;
    }

    @Override
    public void connect(final SocketAddress address, final int timeoutMs) throws IOException {
        inner.connect(address, timeoutMs);
        if (tls != null) {
            final InetSocketAddress there = (InetSocketAddress) address;
            inner.setSoTimeout(timeoutMs);
            final SSLSocket encrypted =
                    (SSLSocket) tls.createSocket(inner, there.getHostString(), there.getPort(), true);
            final SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
            encrypted.startHandshake();
            inner = encrypted;
        }
        if (closed) {
            inner.close();
            throw new SocketException("closed");
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new LastingInput(inner.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return inner.getOutputStream();
    }

    @Override
    public void setSoTimeout(final int timeoutMs) throws SocketException {
        inner.setSoTimeout(timeoutMs);
    }

    @Override
    public void close() {
        closed = true;
        try {
            inner.close();
        } catch (final IOException e) {
            // What cannot be closed is not open.
            closed = true;
        }
    }

    /** An input that ends, or fails, half a second after it was made at the earliest. */
    private static final class LastingInput extends FilterInputStream {
        private final long untilNs = System.nanoTime() + INPUT_LASTS_NS;

        LastingInput(final InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                final int value = in.read();
                if (value < 0) {
                    last();
                }
                return value;
            } catch (final SocketTimeoutException e) {
                throw e;
            } catch (final IOException e) {
                last();
                throw e;
            }
        }

        @Override
        public int read(final byte[] into, final int offset, final int length) throws IOException {
            try {
                final int count = in.read(into, offset, length);
                if (count < 0) {
                    last();
                }
                return count;
            } catch (final SocketTimeoutException e) {
                throw e;
            } catch (final IOException e) {
                last();
                throw e;
            }
        }

        private void last() {
            boolean interrupted = false;
            for (long leftNs = untilNs - System.nanoTime(); leftNs > 0; leftNs = untilNs - System.nanoTime()) {
                try {
                    Thread.sleep(leftNs / NS_PER_MS + 1);
                } catch (final InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
