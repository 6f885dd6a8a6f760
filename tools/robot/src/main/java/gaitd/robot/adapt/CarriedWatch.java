package gaitd.robot.adapt;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;

/** Tells when a robot that walks has no ground under its feet, as when a person lifts it: longer than any gait does. */
final class CarriedWatch {
    private static final double NO_CONTACT_S = 0.15;
    private static final int WALK = Mode.WALK.ordinal();
    private static final long BITS = Fault.AIRBORNE.bit() | Fault.FREE_FALL.bit() | Fault.OFF_FEET.bit();

    private double withoutS;

    /**
     * Takes a frame.
     *
     * @param frame as control published it
     * @param periodS control period, s
     * @return whether nothing is to be concluded from this tick, nor from those before it
     */
    boolean isCarried(final TickFrame frame, final double periodS) {
        if ((frame.get(TickField.FAULT_BITS) & BITS) != 0) {
            return true;
        }
        final boolean hangs = frame.get(TickField.MODE) == WALK && frame.get(TickField.CONTACT_BITS) == 0;
        withoutS = hangs ? withoutS + periodS : 0;
        return withoutS >= NO_CONTACT_S;
    }
}
