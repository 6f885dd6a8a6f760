package gaitd.hal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Datagrams captured from the vendor's library, or crafted and accepted by it. */
public final class WireVectors {
    private static final Properties HEX = read();

    private WireVectors() {}

    public static byte[] bytes(final String name) {
        return HexFormat.of().parseHex(Objects.requireNonNull(HEX.getProperty(name), name));
    }

    static ByteBuffer buffer(final String name) {
        return direct(bytes(name));
    }

    /** Names that begin with a prefix. */
    public static List<String> names(final String prefix) {
        return HEX.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    static ByteBuffer direct(final byte[] bytes) {
        return direct(bytes.length).put(0, bytes);
    }

    static ByteBuffer direct(final int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] bytes(final ByteBuffer buffer) {
        final byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }

    private static Properties read() {
        final Properties vectors = new Properties();
        try (InputStream in = WireVectors.class.getResourceAsStream("/a1-wire/vectors.properties")) {
            vectors.load(Objects.requireNonNull(in));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return vectors;
    }
}
