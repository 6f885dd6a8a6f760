package gaitd.lab.walks;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.Trust;
import gaitd.robot.record.LogFacts;
import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.Serializable;

/**
 * A subject that can be sent elsewhere.
 *
 * @param name for tables
 * @param settings all of its robots, TOML
 * @param bundle the policy as a zip, null for the walk without one; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record SubjectText(String name, String settings, byte[] bundle) implements Serializable {
    /**
     * Writes one.
     *
     * @param subject written
     * @return the same by {@link #open}
     */
    public static SubjectText of(final Subject subject) {
        return new SubjectText(
                subject.name(),
                LogFacts.toml(subject.config()),
                subject.fit() == null ? null : BundleZip.encode(subject.files()));
    }

    /**
     * Reads it.
     *
     * @return the subject
     */
    public Subject open() {
        final Config config = new Config.Builder().toml(settings, name).conclude();
        if (bundle == null) {
            return new Subject(name, config, null, null);
        }
        final var files = BundleZip.decode(bundle);
        final Bundle opened = Bundle.open(files, Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS);
        return new Subject(name, config, PolicyFit.of(opened, config), files);
    }
}
