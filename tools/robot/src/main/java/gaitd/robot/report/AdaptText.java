package gaitd.robot.report;

import gaitd.runtime.adapt.ExplorationOff;
import gaitd.runtime.adapt.RollbackCause;
import gaitd.runtime.adapt.TrialPhase;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;

/** What adapting does, as text. */
public final class AdaptText {
    private static final TrialPhase[] PHASES = TrialPhase.values();
    private static final RollbackCause[] CAUSES = RollbackCause.values();
    private static final ExplorationOff[] REASONS = ExplorationOff.values();

    private AdaptText() {}

    /**
     * Versions, trial and exploration of a frame as short text.
     *
     * @param frame not modified
     * @return such as {@code version 3, 4 on trial, drives, exploring}; empty when no policy adapts
     */
    public static String state(final TickFrame frame) {
        final ExplorationOff off = REASONS[bounded(frame, TickField.ADAPT_EXPLORATION_OFF, REASONS.length)];
        final TrialPhase phase = PHASES[bounded(frame, TickField.ADAPT_PHASE, PHASES.length)];
        final long version = frame.get(TickField.ADAPT_VERSION);
        if (off == ExplorationOff.SETTING && phase == TrialPhase.NONE && version == 0) {
            return "";
        }
        return (version == 0 ? "as shipped" : "version " + version)
                + trial(frame, phase)
                + switch (off) {
                    case SETTING, NO_DEVIATION -> "";
                    case ON -> ", exploring";
                    default -> ", not exploring: " + off.meaning;
                };
    }

    private static String trial(final TickFrame frame, final TrialPhase phase) {
        final long candidate = frame.get(TickField.ADAPT_CANDIDATE);
        return switch (phase) {
            case NONE -> "";
            case SHADOW -> ", " + candidate + " in shadow";
            case INCUMBENT_WINDOW -> ", " + candidate + " on trial, waits";
            case CANDIDATE_WINDOW -> ", " + candidate + " on trial, drives";
            case ROLLED_BACK ->
                ", " + frame.get(TickField.ADAPT_ROLLED_BACK) + " rolled back: "
                        + CAUSES[bounded(frame, TickField.ADAPT_ROLLBACK_CAUSE, CAUSES.length)].meaning;
        };
    }

    private static int bounded(final TickFrame frame, final TickField field, final int length) {
        return Math.clamp(frame.get(field), 0, length - 1);
    }
}
