package gaitd.robot.cli;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses values of options, or refuses with one line that names the option, the value and what was expected. */
public final class Inputs {
    private static final int PORT_MAX = 65_535;
    private static final Pattern SERVER = Pattern.compile("(?:\\[?(?<host>[^\\[\\]]+)]?:)?(?<port>[0-9]{1,5})");

    private Inputs() {}

    public static double inRange(
            final String flag, final double value, final double min, final double max, final String unit) {
        if (!(value >= min && value <= max)) {
            throw new ConfigException("%s = %s is out of range: expected %s to %s %s"
                    .formatted(flag, Config.plain(value), Config.plain(min), Config.plain(max), unit));
        }
        return value;
    }

    /** A velocity within the range that a setting gives. */
    public static double velocity(final String flag, final double value, final Config config, final Setting limit) {
        final double max = config.get(limit);
        if (!(Math.abs(value) <= max)) {
            throw new ConfigException("%s = %s is out of range: expected %s to %s %s (%s, %s)"
                    .formatted(
                            flag,
                            Config.plain(value),
                            Config.plain(-max),
                            Config.plain(max),
                            limit.unit,
                            limit.key,
                            config.origin(limit)));
        }
        return value;
    }

    public static Config.Builder config(final Path file) {
        return config(new Config.Builder(), file);
    }

    public static Config.Builder config(final Config.Builder builder, final Path file) {
        return file == null ? builder : builder.toml(text(file), file.toString());
    }

    /**
     * Reads the text of a file that {@code --config} names.
     *
     * @param file which
     * @return its text
     * @throws ConfigException in one line when it cannot be read
     */
    public static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final NoSuchFileException e) {
            throw new ConfigException("--config " + file + ": there is no such file");
        } catch (final AccessDeniedException e) {
            throw new ConfigException("--config " + file + ": no permission to read it");
        } catch (final CharacterCodingException e) {
            throw new ConfigException("--config " + file + ": is not a text in UTF-8");
        } catch (final IOException e) {
            throw new ConfigException("--config " + file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    public static InetSocketAddress listen(final String text) {
        final int colon = text.lastIndexOf(':');
        if (colon > 0) {
            final String port = text.substring(colon + 1);
            if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= PORT_MAX) {
                return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
            }
        }
        throw new ConfigException(
                "--listen " + text + " is not HOST:PORT: for example --listen 127.0.0.1:8007, port 0 takes a free one");
    }

    /**
     * Where a server of this computer listens, loopback unless a host is given.
     *
     * @param flag name of the option
     * @param text {@code [HOST:]PORT}
     * @return the address
     * @throws ConfigException in one line when it is none
     */
    public static InetSocketAddress server(final String flag, final String text) {
        final Matcher parts = SERVER.matcher(text);
        if (parts.matches() && Integer.parseInt(parts.group("port")) <= PORT_MAX) {
            final String host = parts.group("host") == null ? "127.0.0.1" : parts.group("host");
            final InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(parts.group("port")));
            if (!address.isUnresolved()) {
                return address;
            }
        }
        throw new ConfigException(
                "%s %s is not [HOST:]PORT of this computer: for example %s 8765, or %s 0.0.0.0:8765 for all"
                        .formatted(flag, text, flag, flag));
    }

    public static InetSocketAddress robot(final String text) {
        try {
            final URI uri = new URI(text);
            if ("udp".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getPort() <= PORT_MAX
                    && uri.getPath().isEmpty()) {
                return new InetSocketAddress(uri.getHost(), uri.getPort());
            }
        } catch (final URISyntaxException e) {
            // refused below, with an example
        }
        throw new ConfigException(
                "--robot " + text + " is not udp://HOST:PORT: for example --robot udp://192.168.123.10:8007");
    }
}
