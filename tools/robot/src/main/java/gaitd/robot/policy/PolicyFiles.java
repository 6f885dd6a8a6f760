package gaitd.robot.policy;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Signatures;
import gaitd.policies.bundle.Trust;
import gaitd.policies.text.FormatException;
import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.policy.fit.GaitSettings;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of the policy commands, with refusals that name the file. */
public final class PolicyFiles {
    private static final int TEXT_BYTES_MAX = 1 << 16;

    private PolicyFiles() {}

    /** An operation on a file. */
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Runs it; an error of the system becomes one line. */
    public static <T> T attempt(final Path file, final Work<T> work) {
        try {
            return work.run();
        } catch (final FormatException e) {
            throw new BundleException(file + ": " + e.getMessage());
        } catch (final NoSuchFileException e) {
            throw new Refusal(file + ": there is no such file", e);
        } catch (final AccessDeniedException e) {
            throw new Refusal(file + ": no permission", e);
        } catch (final FileAlreadyExistsException e) {
            throw new Refusal(file + ": exists already; give another name or remove it", e);
        } catch (final IOException e) {
            throw new Refusal(file + ": " + e, e);
        }
    }

    /** A bare name of a policy that comes with the program is that policy; a file of the same name is {@code ./NAME}. */
    public static BundleFiles read(final Path bundle) {
        final BundleFiles trained = TrainedPolicies.find(bundle);
        return trained != null ? trained : attempt(bundle, () -> BundleStore.read(bundle));
    }

    /**
     * The bundle that --policy names; a file that is none is a wrong argument.
     *
     * @param bundle as {@link #read} takes it
     * @throws ConfigException in one line with its name
     */
    public static BundleFiles named(final Path bundle) {
        try {
            return read(bundle);
        } catch (final BundleException e) {
            throw new ConfigException("--policy " + bundle + ": " + e.getMessage());
        }
    }

    public static void write(final BundleFiles files, final Path bundle) {
        attempt(bundle, () -> {
            BundleStore.write(files, bundle);
            return bundle;
        });
    }

    public static byte[] bytes(final Path file, final int maxBytes) {
        return attempt(file, () -> BundleStore.readAtMost(file, maxBytes));
    }

    public static String text(final Path file) {
        return new String(bytes(file, TEXT_BYTES_MAX), StandardCharsets.UTF_8);
    }

    static Trust trust(final Path requiredKey) {
        if (requiredKey == null) {
            return Trust.ANYBODY;
        }
        final String pem = text(requiredKey);
        try {
            return Trust.signedBy(Signatures.publicKey(pem));
        } catch (final BundleException e) {
            throw new ConfigException("--require-key " + requiredKey + ": " + e.getMessage());
        }
    }

    /**
     * Policies for a run, each checked to its last byte; what disagrees is a wrong argument.
     *
     * @param bundles folders or zips
     * @param requiredKey public key of the only signer to take, or null
     * @param given rate and limits of the robot
     * @return policies, and the configuration with the settings of their walk
     */
    public static Walk walk(final List<Path> bundles, final Path requiredKey, final Config given) {
        final Trust trust = trust(requiredKey);
        final List<Bundle> opened = new ArrayList<>();
        final List<BundleFiles> all = new ArrayList<>();
        Config config = given;
        for (final Path path : bundles) {
            try {
                final BundleFiles files = read(path);
                final Bundle bundle = Bundle.open(files, trust, PolicyFit.robot(given), PolicyFit.CELLS);
                config = GaitSettings.taken(config, bundle.manifest());
                opened.add(bundle);
                all.add(files);
            } catch (final BundleException e) {
                throw new ConfigException("--policy " + path + ": " + e.getMessage());
            }
        }
        return new Walk(config, fits(bundles, opened, config), all);
    }

    /** The last policy may have settings that are not the first one's defaults. */
    private static List<PolicyFit> fits(final List<Path> bundles, final List<Bundle> opened, final Config config) {
        final List<PolicyFit> fits = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            try {
                fits.add(PolicyFit.of(opened.get(i), config));
            } catch (final BundleException e) {
                throw new ConfigException("--policy " + bundles.get(i) + ": " + e.getMessage());
            }
        }
        return fits;
    }

    /**
     * Policies and the walk they are for.
     *
     * @param config all settings
     * @param policies in the order given
     * @param files what each was opened from; empty for those of a recording
     */
    public record Walk(Config config, List<PolicyFit> policies, List<BundleFiles> files) {}

    /**
     * Checks that the robot of a configuration can run a bundle that was opened against it, as a run would.
     *
     * @throws BundleException in one line when it cannot
     */
    public static void checkFit(final Bundle bundle, final Config given) {
        PolicyFit.of(bundle, GaitSettings.taken(given, bundle.manifest()));
    }

    /** Settings of a file, or the default ones. */
    public static Config config(final Path file) {
        return Inputs.config(file).conclude();
    }
}
