package gaitd.robot.mqtt;

import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlView;
import gaitd.robot.cli.TextFile;
import gaitd.runtime.config.ConfigException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the table {@code [broker]} of a file: whom to connect to, and as whom. Refuses in one line. */
public final class BrokerFile {
    private BrokerFile() {}

    /**
     * Reads a file that has this table only, as for a person's computer.
     *
     * @param file names in it are beside it
     * @return what it says
     * @throws ConfigException in one line
     */
    public static BrokerPlan read(final Path file) {
        final TomlView root = TomlReader.parse(TextFile.read(file), file.toString(), ConfigException.thrower());
        final BrokerPlan plan = read(file, root);
        root.end();
        return plan;
    }

    /** Reads the table. */
    static BrokerPlan read(final Path file, final TomlView root) {
        final TomlView broker = root.table("broker");
        final String url = url(file, broker.text("url"));
        final boolean encrypted = url.startsWith("ssl:");
        final String user = broker.has("user") ? broker.text("user") : null;
        final byte[] password = broker.has("password_file") ? secret(file, broker, "password_file") : null;
        if (broker.has("authority_file") != encrypted) {
            throw new ConfigException(file + ": broker.authority_file "
                    + (encrypted
                            ? "is missing: expected the certificates of those who may sign the broker's"
                            : "is about ssl://: expected that url, or no such file"));
        }
        if (broker.has("certificate_file") != broker.has("key_file") || (broker.has("key_file") && !encrypted)) {
            throw new ConfigException(
                    file + ": broker.certificate_file and broker.key_file go together, and with ssl:// only");
        }
        final BrokerPlan.TlsFiles tls = encrypted
                ? new BrokerPlan.TlsFiles(
                        beside(file, broker, "authority_file"),
                        beside(file, broker, "certificate_file"),
                        beside(file, broker, "key_file"))
                : null;
        broker.end();
        return new BrokerPlan(url, user, password, tls);
    }

    private static String url(final Path file, final String text) {
        try {
            final URI uri = new URI(text);
            if (uri.getHost() != null
                    && uri.getPort() > 0
                    && ("tcp".equals(uri.getScheme()) || "ssl".equals(uri.getScheme()))
                    && uri.getPath().isEmpty()
                    && uri.getUserInfo() == null) {
                return text;
            }
        } catch (final URISyntaxException e) {
            throw new ConfigException(file + ": broker.url = " + text + " is no address: " + e.getMessage());
        }
        throw new ConfigException(
                file + ": broker.url = " + text + ": expected tcp://HOST:PORT or ssl://HOST:PORT, and nothing else");
    }

    /** A file that a table names; null when it does not. */
    static Path beside(final Path file, final TomlView table, final String key) {
        return table.has(key) ? file.toAbsolutePath().resolveSibling(table.text(key)) : null;
    }

    /** The first line of a file that a table names, and that only its owner, or the owner and a group, may read. */
    static byte[] secret(final Path file, final TomlView table, final String key) {
        final String text = TextFile.secret(beside(file, table, key));
        return text.lines().findFirst().orElse("").strip().getBytes(StandardCharsets.UTF_8);
    }
}
