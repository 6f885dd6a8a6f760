package gaitd.bench.faults;

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
