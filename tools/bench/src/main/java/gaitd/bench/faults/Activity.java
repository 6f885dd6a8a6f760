package gaitd.bench.faults;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.mode.Mode;

/** What a robot is doing when a fault begins. */
enum Activity {
    /** Rising from the ground. */
    STAND_UP("stand-up", null, Mode.STAND, 0.2, 1.4),
    /** Standing. */
    STAND("stand", null, Mode.STAND, 0.5, 0.5),
    /** Trotting. */
    TROT("trot", Gait.TROT, Mode.WALK, 2, 0.6),
    /** Walking one leg at a time. */
    WALK("walk", Gait.WALK, Mode.WALK, 2, 0.8),
    /** Pacing. */
    PACE("pace", Gait.PACE, Mode.WALK, 2, 0.6),
    /** Bounding. */
    BOUND("bound", Gait.BOUND, Mode.WALK, 2, 0.6),
    /** Trotting by a policy. */
    POLICY("policy", Gait.TROT, Mode.WALK, 2, 0.6),
    /** Lowering itself to the ground. */
    SIT_DOWN("sit-down", null, Mode.PASSIVE, 0.1, 1);

    /** Name in tables and patterns. */
    final String key;
    /** How it steps, null when it does not. */
    final Gait gait;

    /** The controller's mode at its end. */
    final Mode end;

    private final double delayS;
    private final double spreadS;

    Activity(final String key, final Gait gait, final Mode end, final double delayS, final double spreadS) {
        this.key = key;
        this.gait = gait;
        this.end = end;
        this.delayS = delayS;
        this.spreadS = spreadS;
    }

    /** Time from its beginning to the fault, for a share drawn from 0 to 1, s. */
    double delayS(final double share) {
        return delayS + spreadS * share;
    }
}
