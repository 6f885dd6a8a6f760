package gaitd.robot.policy;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleZip;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Policies that come with the program, by name. */
public final class TrainedPolicies {
    /** Default policy of {@code run} in simulation: low power on flat ground, stable on tiles. */
    public static final Path BEST = Path.of("a1-stage1-ep-ltc");

    private static final String FOLDER = "/gaitd/trained/";
    private static final String NAME = "[a-z0-9-]+";

    private TrainedPolicies() {}

    /** One of them; null when none has that name. */
    static BundleFiles find(final Path name) {
        if (!name.toString().matches(NAME)) {
            return null;
        }
        try (InputStream in = TrainedPolicies.class.getResourceAsStream(FOLDER + name + ".zip")) {
            return in == null ? null : BundleZip.decode(in.readAllBytes());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
