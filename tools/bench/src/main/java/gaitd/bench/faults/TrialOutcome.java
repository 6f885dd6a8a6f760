package gaitd.bench.faults;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;

/**
 * How a run ended.
 *
 * @param cell component and type of the fault
 * @param fault the fault with its part
 * @param activity what the robot was doing
 * @param seed of the run
 * @param detected the controller's fault that the injected one tripped first; empty when none
 * @param detectionMs from the fault's beginning to that; NaN when none
 * @param reaction what the controller did then; empty when nothing
 * @param reactionMs from the fault's beginning to that; NaN when nothing
 * @param endMode the controller's mode at the end
 * @param endPose of the trunk: upright, lying or tipped
 * @param torqueNm greatest true torque of a motor, N m
 * @param pastRad how far a true angle was beyond its range at most, negative when none was, rad
 * @param fell whether it fell
 * @param fellAlone whether it falls when no guard reacts
 * @param drivenLying whether it was driven while lying, for too long
 * @param blind whether it goes on, and is driven on when it is thrown over later
 * @param commandsBeyond commands to a joint beyond a limit
 * @param firstBeyond the first of them
 * @param harmless why nothing had to be done; empty when something had
 */
record TrialOutcome(
        String cell,
        String fault,
        String activity,
        long seed,
        String detected,
        double detectionMs,
        String reaction,
        double reactionMs,
        String endMode,
        String endPose,
        double torqueNm,
        double pastRad,
        boolean fell,
        boolean fellAlone,
        boolean drivenLying,
        boolean blind,
        int commandsBeyond,
        String firstBeyond,
        String harmless) {
    /**
     * An outcome as it was written.
     *
     * @param fields named as the components
     * @return the outcome
     * @throws FormatException when one is missing or of another kind
     */
    static TrialOutcome of(final JsonFields fields) throws FormatException {
        return new TrialOutcome(
                fields.text("cell"),
                fields.text("fault"),
                fields.text("activity"),
                fields.integer("seed", 0, Integer.MAX_VALUE),
                fields.text("detected"),
                numberOrNaN(fields, "detectionMs"),
                fields.text("reaction"),
                numberOrNaN(fields, "reactionMs"),
                fields.text("endMode"),
                fields.text("endPose"),
                numberOrNaN(fields, "torqueNm"),
                numberOrNaN(fields, "pastRad"),
                fields.flag("fell"),
                fields.flag("fellAlone"),
                fields.flag("drivenLying"),
                fields.flag("blind"),
                fields.integer("commandsBeyond", 0, Integer.MAX_VALUE),
                fields.text("firstBeyond"),
                fields.text("harmless"));
    }

    /** JSON has no word for what is no number: it is written as null. */
    private static double numberOrNaN(final JsonFields fields, final String key) throws FormatException {
        return fields.has(key) ? fields.number(key) : Double.NaN;
    }

    /** Neither noticed nor harmless; what blinds the controller for a fall is not harmless. */
    boolean isOpen() {
        return detected.isEmpty() && (harmless.isEmpty() || blind);
    }

    /** The same name as that of its {@link TrialCase}. */
    String key() {
        return fault + " " + activity + " " + seed;
    }

    boolean isHarmless() {
        return detected.isEmpty() && !isOpen();
    }

    TrialOutcome withAlone(final boolean falls) {
        return new TrialOutcome(
                cell,
                fault,
                activity,
                seed,
                detected,
                detectionMs,
                reaction,
                reactionMs,
                endMode,
                endPose,
                torqueNm,
                pastRad,
                fell,
                falls,
                drivenLying,
                blind,
                commandsBeyond,
                firstBeyond,
                harmless);
    }

    TrialOutcome withHarmless(final String why) {
        return new TrialOutcome(
                cell,
                fault,
                activity,
                seed,
                detected,
                detectionMs,
                reaction,
                reactionMs,
                endMode,
                endPose,
                torqueNm,
                pastRad,
                fell,
                fellAlone,
                drivenLying,
                blind,
                commandsBeyond,
                firstBeyond,
                why);
    }
}
