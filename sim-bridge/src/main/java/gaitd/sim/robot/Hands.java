package gaitd.sim.robot;

import gaitd.hal.A1;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import java.util.Arrays;

/**
 * A person's hands on a simulated robot: they lead joints to angles, and press on soles.
 *
 * <p>A hand pulls at a joint like a soft spring whose other end moves at a person's speed, and no harder than a person pushes a limb; its pull
 * comes on top of the drive's and is not in the torque that the robot reports. Called once a physics step. Allocates nothing after construction.
 */
public final class Hands {
    /** Greatest torque of a hand on a joint, N m. */
    public static final double TORQUE_MAX_NM = 10;

    private static final double STIFFNESS_NM_RAD = 60;
    private static final double LEADING_RAD_S = 1;

    private final double[] goalRad = new double[A1.JOINTS];
    private final double[] handRad = new double[A1.JOINTS];
    private final double[] torqueNm = new double[A1.JOINTS];
    private final double[] pressedN = new double[A1.LEGS];
    private boolean lead;

    /** Hands that hold nothing. */
    public Hands() {
        Arrays.fill(goalRad, Double.NaN);
    }

    /**
     * Leads a joint to an angle and holds it there; beyond its stop, it is pushed against the stop.
     *
     * @param joint joint index
     * @param angleRad where to, rad
     * @param nowRad where the joint is now, rad
     */
    public void lead(final int joint, final double angleRad, final double nowRad) {
        if (Double.isNaN(goalRad[joint])) {
            handRad[joint] = nowRad;
        }
        goalRad[joint] = angleRad;
        lead = true;
    }

    /**
     * Lets go of a joint.
     *
     * @param joint joint index
     */
    public void letGo(final int joint) {
        goalRad[joint] = Double.NaN;
        torqueNm[joint] = 0;
    }

    /**
     * Presses on the sole of a foot.
     *
     * @param leg leg index
     * @param forceN how hard, N; 0 lets go
     */
    public void press(final int leg, final double forceN) {
        pressedN[leg] = forceN;
    }

    /** Before a step: adds to the drives' torques. */
    void step(final Simulator sim, final double[] driveNm) {
        if (!lead) {
            return;
        }
        final SimState state = sim.state();
        for (int j = 0; j < A1.JOINTS; j++) {
            if (!Double.isNaN(goalRad[j])) {
                final double far = LEADING_RAD_S * sim.timeStepS();
                handRad[j] += Math.clamp(goalRad[j] - handRad[j], -far, far);
                torqueNm[j] = Math.clamp(STIFFNESS_NM_RAD * (handRad[j] - state.q[j]), -TORQUE_MAX_NM, TORQUE_MAX_NM);
                driveNm[j] += torqueNm[j];
            }
        }
    }

    /** What a hand adds to a joint, N m. */
    double torqueNm(final int joint) {
        return torqueNm[joint];
    }

    /** What presses on a foot, N. */
    double pressedN(final int leg) {
        return pressedN[leg];
    }
}
