package gaitd.runtime.policy;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import gaitd.maths.Trig;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.cpg.HopfOscillators;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.VelocityTarget;
import gaitd.runtime.gait.WalkController;

/**
 * Values of every signal of a manifest, read between estimate and walk of a tick: sensors and estimate of this tick,
 * oscillators and velocity command of the last.
 *
 * <p>Reads live objects. Called at the policy's rate; allocates nothing.
 */
public final class RobotSignals {
    private static final double TWO_PI = 2 * Math.PI;

    /** What policies added to the walk in the last tick. */
    final ActionSlew slew;

    private final Sensed sensed;
    private final BodyEstimate estimate;
    private final VelocityTarget target;
    private final WalkController walk;

    /**
     * Signals of one controller.
     *
     * @param sensed its reading
     * @param estimate its estimate
     * @param target its velocity in force
     * @param walk its walk
     * @param slew what policies add to its walk
     */
    public RobotSignals(
            final Sensed sensed,
            final BodyEstimate estimate,
            final VelocityTarget target,
            final WalkController walk,
            final ActionSlew slew) {
        this.sensed = sensed;
        this.estimate = estimate;
        this.target = target;
        this.walk = walk;
        this.slew = slew;
    }

    /** Target amplitude of the walk without a policy's offset. */
    double baseAmplitude(final int leg) {
        return walk.baseAmplitude(leg);
    }

    /** Stepping rate of the walk without a policy's offset, Hz. */
    double baseFrequencyHz() {
        return walk.baseFrequencyHz();
    }

    /** Turn rate that holds the heading that the commands add up to, rad/s. */
    double hold(final HeadingHold heading, final double periodS) {
        return heading.update(estimate, target.yawRate(), periodS);
    }

    /** Writes a signal's values; {@code lastOutput} and {@code poseRad} are those of the policy that asks. */
    void read(
            final ObservedSignal signal,
            final double[] poseRad,
            final float[] lastOutput,
            final double[] out,
            final int at) {
        final HopfOscillators cpg = walk.oscillators();
        switch (signal) {
            case JOINT_POSITION -> copy(sensed.q, 0, A1.JOINTS, out, at);
            case JOINT_OFFSET -> {
                for (int joint = 0; joint < A1.JOINTS; joint++) {
                    out[at + joint] = sensed.q[joint] - poseRad[joint];
                }
            }
            case JOINT_VELOCITY -> copy(sensed.dq, 0, A1.JOINTS, out, at);
            case FOOT_CONTACT -> {
                for (int leg = 0; leg < A1.LEGS; leg++) {
                    out[at + leg] = estimate.contact[leg] ? 1 : 0;
                }
            }
            case ROLL_PITCH -> {
                out[at] = estimate.roll;
                out[at + 1] = estimate.pitch;
            }
            case GRAVITY -> up(-1, out, at);
            case ANGULAR_VELOCITY -> copy(sensed.gyro, 0, 3, out, at);
            case LINEAR_VELOCITY -> velocity(out, at);
            case LINEAR_ACCELERATION -> {
                up(-Gravity.M_S2, out, at);
                for (int i = 0; i < 3; i++) {
                    out[at + i] += sensed.accelerometer[i];
                }
            }
            case HEIGHT -> out[at] = estimate.position[2];
            case GROUND_SLOPE -> {
                out[at] = walk.ground().forward;
                out[at + 1] = walk.ground().left;
            }
            case GROUND_HEIGHT -> {
                for (int leg = 0; leg < A1.LEGS; leg++) {
                    out[at + leg] = walk.ground().heightM(leg);
                }
            }
            case COMMAND -> {
                out[at] = target.vx();
                out[at + 1] = target.vy();
                out[at + 2] = target.yawRate();
            }
            case OSCILLATOR_AMPLITUDE -> copy(cpg.r, 0, A1.LEGS, out, at);
            case OSCILLATOR_AMPLITUDE_RATE -> copy(cpg.rDot, 0, A1.LEGS, out, at);
            case OSCILLATOR_PHASE -> copy(cpg.theta, 0, A1.LEGS, out, at);
            case OSCILLATOR_PHASE_SIN, OSCILLATOR_PHASE_COS -> {
                final boolean sine = signal == ObservedSignal.OSCILLATOR_PHASE_SIN;
                for (int leg = 0; leg < A1.LEGS; leg++) {
                    out[at + leg] = sine ? Trig.sin(cpg.theta[leg]) : Trig.cos(cpg.theta[leg]);
                }
            }
            case OSCILLATOR_FREQUENCY -> {
                for (int leg = 0; leg < A1.LEGS; leg++) {
                    out[at + leg] = cpg.thetaDot[leg] / TWO_PI;
                }
            }
            case OSCILLATOR_HEADING -> copy(cpg.phi, 0, A1.LEGS, out, at);
            case OSCILLATOR_HEADING_RATE -> copy(cpg.phiDot, 0, A1.LEGS, out, at);
            case RESIDUAL -> copy(slew.applied, PolicyInput.OFFSET, A1.JOINTS, out, at);
            case RESIDUAL_RATE -> copy(slew.appliedRate, PolicyInput.OFFSET, A1.JOINTS, out, at);
            case LAST_ACTION -> {
                for (int i = 0; i < lastOutput.length; i++) {
                    out[at + i] = lastOutput[i];
                }
            }
            case LAST_ACTION_SCALED, PREVIOUS_ACTION, CLOCK_PHASE, CLOCK_SIN, CLOCK_COS, CONSTANT -> {
                // the observation's own, not the robot's
            }
        }
    }

    private void up(final double length, final double[] out, final int at) {
        for (int i = 0; i < 3; i++) {
            out[at + i] = length * estimate.rotation[6 + i];
        }
    }

    private void velocity(final double[] out, final int at) {
        for (int i = 0; i < 3; i++) {
            out[at + i] = estimate.rotation[i] * estimate.velocityWorld[0]
                    + estimate.rotation[3 + i] * estimate.velocityWorld[1]
                    + estimate.rotation[6 + i] * estimate.velocityWorld[2];
        }
    }

    private static void copy(
            final double[] from, final int fromAt, final int length, final double[] out, final int at) {
        System.arraycopy(from, fromAt, out, at, length);
    }
}
