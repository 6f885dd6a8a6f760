package gaitd.runtime.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this build. */
public final class Version {
    private static final Properties BUILD = read();

    /** Such as {@code 0.1.0}. */
    public static final String TEXT = BUILD.getProperty("version", "unknown");
    /** The time that is written into packages, ISO 8601 in UTC. Fixed in the build, so that builds can be repeated. */
    public static final String TIME = BUILD.getProperty("time", "1980-01-02T00:00:00Z");

    private Version() {}

    private static Properties read() {
        final Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (final IOException e) {
            return new Properties();
        }
        return properties;
    }
}
