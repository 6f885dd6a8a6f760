package gaitd.robot.trial;

import gaitd.hal.A1;
import gaitd.robot.report.FaultText;
import gaitd.robot.report.PolicyText;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;
import gaitd.runtime.safety.SafetyGovernor;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.MotorHeat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Adds up what a walk of a trial shows, a tick at a time. Used by one thread. */
final class TrialMeter {
    /** Velocities and power are means from then on, s. */
    static final double SETTLED_S = 2.5;

    private static final Fault[] FAULTS = Fault.values();
    /** Ticks until a robot that was placed is commanded, not damped. */
    private static final int FIRST_TICKS = 5;

    private static final double TILT_EVERY_S = 0.05;

    private final double periodS;
    private final double[] squaresNm2 = new double[A1.JOINTS];
    private final double[] lastRad = new double[A1.JOINTS];
    private final List<Double> tiltsDeg = new ArrayList<>();
    private final Set<Fault> seen = EnumSet.noneOf(Fault.class);
    private final List<Guard> guards = new ArrayList<>();
    private String policyFault = "";
    private long ticks;
    private long driven;
    private long torqueLimited;
    private long rateLimited;
    private long rangeLimited;
    private long settled;
    private double vx;
    private double vy;
    private double yawRate;
    private double workJ;
    private double tiltRad;
    private double torqueNm;
    private double stepRad;
    private double speedRadS;
    private double marginRad = Double.POSITIVE_INFINITY;

    TrialMeter(final Config config) {
        periodS = config.periodNs() * 1e-9;
    }

    /**
     * A guard that warned or tripped.
     *
     * @param fault which
     * @param text one line about it
     */
    record Guard(Fault fault, String text) {}

    /** Takes a tick. */
    void add(final TickFrame frame, final Mode mode, final WalkSample sample, final double timeS) {
        ticks++;
        tiltRad = Math.max(tiltRad, sample.tiltRad());
        if (timeS >= TILT_EVERY_S * tiltsDeg.size()) {
            tiltsDeg.add(Math.toDegrees(sample.tiltRad()));
        }
        final Fault fault = FAULTS[(int) frame.get(TickField.FAULT)];
        if (fault != Fault.NONE && seen.add(fault)) {
            guards.add(new Guard(fault, FaultText.describe(frame)));
        }
        if (policyFault.isEmpty() && PolicyText.fault(frame) != PolicyFault.NONE) {
            policyFault = PolicyText.describe(frame);
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            if (ticks > FIRST_TICKS) {
                joint(frame, joint);
            }
            lastRad[joint] = frame.real(TickField.Q_COMMAND, joint);
        }
        if (mode == Mode.WALK && frame.real(TickField.POLICY_SHARE, 0) > 0) {
            limited((int) frame.get(TickField.LIMITED_BITS));
        }
        if (mode == Mode.WALK && timeS >= SETTLED_S) {
            settled++;
            vx += sample.forwardMS;
            vy += sample.leftMS;
            yawRate += sample.yawRadS;
            workJ += sample.workJ;
        }
    }

    private void joint(final TickFrame frame, final int joint) {
        final double nm = Math.abs(frame.real(TickField.TAU, joint));
        final double q = frame.real(TickField.Q, joint);
        torqueNm = Math.max(torqueNm, nm);
        squaresNm2[joint] += nm * nm;
        speedRadS = Math.max(speedRadS, Math.abs(frame.real(TickField.DQ, joint)));
        marginRad = Math.min(marginRad, Math.min(q - A1.positionMinRad(joint), A1.positionMaxRad(joint) - q));
        stepRad = Math.max(stepRad, Math.abs(frame.real(TickField.Q_COMMAND, joint) - lastRad[joint]));
    }

    private void limited(final int bits) {
        driven++;
        torqueLimited += (bits & SafetyGovernor.LIMITED_TORQUE) == 0 ? 0 : 1;
        rateLimited += (bits & SafetyGovernor.LIMITED_RATE) == 0 ? 0 : 1;
        rangeLimited += (bits & SafetyGovernor.LIMITED_POSITION) == 0 ? 0 : 1;
    }

    /** All figures so far. */
    TrialFigures figures() {
        double hottest = 0;
        for (final double square : squaresNm2) {
            hottest = Math.max(hottest, square / ticks);
        }
        return new TrialFigures(
                Math.toDegrees(tiltRad),
                vx / settled,
                vy / settled,
                yawRate / settled,
                workJ / (settled * periodS),
                torqueNm,
                share(torqueLimited),
                share(rateLimited),
                share(rangeLimited),
                speedRadS,
                marginRad,
                stepRad,
                MotorHeat.settlesC(hottest));
    }

    private double share(final long count) {
        return driven == 0 ? 0 : (double) count / driven;
    }

    /** Guards that warned or tripped, each once, in their order. */
    List<Guard> guards() {
        return guards;
    }

    /** Why the policy was taken off; empty when it was not. */
    String policyFault() {
        return policyFault;
    }

    /** Lean every 0.05 s, degrees. */
    List<Double> tilts() {
        return tiltsDeg;
    }
}
