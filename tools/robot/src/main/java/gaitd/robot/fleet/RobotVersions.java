package gaitd.robot.fleet;

import gaitd.robot.adapt.PolicyVersion;
import gaitd.robot.adapt.VersionState;
import gaitd.robot.adapt.VersionStore;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.nio.file.Path;

/** What the learner's store says about a publication. Read anew each time, since another process writes it. */
final class RobotVersions {
    /** What a version that only renews another one gives as its cause. */
    private static final String RENEWED = "taken back, ";

    private final Path store;
    private int inForce;
    private String policy = "as shipped";
    private PolicyVersion version;

    /**
     * A store that was not read.
     *
     * @param store folder of the versions of one policy
     */
    RobotVersions(final Path store) {
        this.store = store;
    }

    /**
     * Reads the store; when that fails, as when it is not there yet, what was known before stays.
     *
     * @param cause of the versions that are looked for
     */
    void read(final String cause) {
        try (VersionStore versions = VersionStore.read(store)) {
            version = null;
            for (final PolicyVersion each : versions.versions()) {
                if (each.cause().equals(cause)) {
                    version = each;
                }
            }
            inForce = versions.current();
            policy = origin(versions, inForce);
        } catch (final Refusal | ConfigException e) {
            // There is none yet, or it is written at this moment.
            version = inForce == 0 ? null : version;
        }
    }

    private static String origin(final VersionStore versions, final int id) {
        int at = id;
        while (at != 0 && versions.version(at).cause().startsWith(RENEWED)) {
            at = versions.version(at).parent();
        }
        if (at == 0) {
            return "as shipped";
        }
        final String cause = versions.version(at).cause();
        return cause.startsWith("publication ") ? cause : "version " + at;
    }

    /** Version in force, 0 as shipped. */
    int inForce() {
        return inForce;
    }

    /** What it came from, in words. */
    String policy() {
        return policy;
    }

    /**
     * How far the publication came.
     *
     * @param cause that it is known by
     * @param isBack whether it was taken back
     * @return null when the learner has not begun with it
     */
    FleetState state(final String cause, final boolean isBack) {
        if (version == null) {
            return isBack ? FleetState.BACK : null;
        }
        if (isBack) {
            return version.state() == VersionState.TRIAL
                    ? FleetState.TRIES
                    : policy.equals(cause) ? FleetState.ACCEPTED : FleetState.BACK;
        }
        return switch (version.state()) {
            case TRIAL -> FleetState.TRIES;
            case REFUSED -> FleetState.REFUSED;
            case ROLLED_BACK -> FleetState.ROLLED_BACK;
            case ACCEPTED -> policy.equals(cause) ? FleetState.ACCEPTED : FleetState.ROLLED_BACK;
        };
    }

    /** How its trial was judged, in words. */
    String judged() {
        return version == null ? "" : version.judged();
    }
}
