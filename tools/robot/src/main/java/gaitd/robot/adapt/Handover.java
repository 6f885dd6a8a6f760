package gaitd.robot.adapt;

import gaitd.runtime.adapt.RollbackCause;
import gaitd.runtime.adapt.TrialPhase;
import gaitd.runtime.adapt.WeightsCheck;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;

/**
 * What control says of its versions in a step, set against the version that the store has in force: either of the two may have been
 * started again, and control may have rolled back what was in force.
 */
final class Handover {
    private static final TrialPhase[] PHASES = TrialPhase.values();
    private static final RollbackCause[] CAUSES = RollbackCause.values();
    private static final WeightsCheck[] CHECKS = WeightsCheck.values();

    /** What the learner has to do about it. */
    enum Need {
        /** Nothing. */
        NOTHING,
        /** Record that the version in force was rolled back. */
        DROP_INCUMBENT,
        /** Withdraw a candidate that no trial is about any more. */
        WITHDRAW,
        /** Hand over the version in force. */
        GIVE,
        /** Hand it over under a new number, because control knows newer ones. */
        RENEW,
        /** Give up: control takes no weights of this learner. */
        GIVE_UP
    }

    private Handover() {}

    /**
     * What has to be done.
     *
     * @param step the newest experience, of a control loop that has read the last message
     * @param inForce version in force by the store
     * @param tried version on trial, 0 none
     */
    static Need need(final ExperienceFrame step, final int inForce, final int tried) {
        final long loaded = step.get(ExperienceField.VERSION_CANDIDATE);
        final long drives = step.get(ExperienceField.VERSION_INCUMBENT);
        if (!mayBeAskedAgain(check(step))) {
            return Need.GIVE_UP;
        }
        if (inForce != 0 && drives != inForce && step.get(ExperienceField.VERSION_ROLLED_BACK) == inForce) {
            return Need.DROP_INCUMBENT;
        }
        if (tried != 0 || (loaded != 0 && loaded == inForce)) {
            return Need.NOTHING;
        }
        if (loaded != 0) {
            return Need.WITHDRAW;
        }
        if (drives == inForce) {
            return Need.NOTHING;
        }
        return inForce == 0 || check(step) == WeightsCheck.OLD ? Need.RENEW : Need.GIVE;
    }

    private static boolean mayBeAskedAgain(final WeightsCheck check) {
        return switch (check) {
            case NONE, TAKEN, NOT_WHOLE, OLD, ROLLED_BACK -> true;
            case FORMAT, SHIPPED, COUNT, ROLE, CHECKSUM, NOT_FINITE, NOT_TRUSTED -> false;
        };
    }

    /** Whether a version was rolled back, and nothing has followed it yet. */
    static boolean isRolledBack(final ExperienceFrame step, final int version) {
        return step.get(ExperienceField.VERSION_ROLLED_BACK) == version
                && PHASES[(int) step.get(ExperienceField.TRIAL_PHASE)] == TrialPhase.ROLLED_BACK;
    }

    /** Why it was. */
    static String cause(final ExperienceFrame step) {
        return CAUSES[(int) step.get(ExperienceField.ROLLBACK_CAUSE)].meaning;
    }

    /** How the last message was judged. */
    static WeightsCheck check(final ExperienceFrame step) {
        return CHECKS[(int) step.get(ExperienceField.WEIGHTS_CHECK)];
    }

    /** The newest version that control knows. */
    static int newest(final ExperienceFrame step) {
        final long newest = Math.max(
                Math.max(step.get(ExperienceField.VERSION_CANDIDATE), step.get(ExperienceField.VERSION_INCUMBENT)),
                step.get(ExperienceField.VERSION_ROLLED_BACK));
        return Math.clamp(newest, 0, PolicyVersion.ID_MAX - 1);
    }
}
