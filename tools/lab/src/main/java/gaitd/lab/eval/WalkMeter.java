package gaitd.lab.eval;

import gaitd.hal.A1;
import gaitd.runtime.policy.PolicyFault;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.Term;

/** Measures one robot's walk, step by step. */
final class WalkMeter {
    private static final double SETTLING_S = 1;
    private static final double LEAST_WAY_M = 1;
    private static final double GRAVITY_M_S2 = 9.81;

    private final WalkTest test;
    private final double stepS;
    private final int settling;
    private double errorX;
    private double errorY;
    private double errorYaw;
    private double forward;
    private double rateSquare;
    private double tiltSquare;
    private double wayM;
    private int settled;

    WalkMeter(final WalkTest test, final double stepS) {
        this.test = test;
        this.stepS = stepS;
        settling = (int) Math.rint(SETTLING_S / stepS);
    }

    void step(final EnvBuffers rows, final int robot) {
        final double x = rows.term(robot, Term.FORWARD_VELOCITY);
        final double y = rows.term(robot, Term.LEFT_VELOCITY);
        final double tilt = rows.term(robot, Term.TILT);
        rateSquare += rows.term(robot, Term.ROLL_PITCH_RATE_SQUARE);
        tiltSquare += tilt * tilt;
        wayM += stepS * Math.hypot(x, y);
        if (rows.step[robot] > settling) {
            errorX += Math.abs(x - test.vx());
            errorY += Math.abs(y - test.vy());
            errorYaw += Math.abs(rows.term(robot, Term.YAW_RATE) - test.yawRate());
            forward += x;
            settled++;
        }
    }

    /** Ends the walk and begins the next. */
    void end(final EnvBuffers rows, final int robot, final double payloadKg, final Walks walks) {
        final boolean fell = rows.done[robot];
        final boolean success = !fell && rows.term(robot, Term.DISTANCE) >= test.distanceM();
        final double timeS = stepS * rows.step[robot];
        final double workJ = rows.term(robot, Term.ENERGY);
        walks.end(success, fell, rows.policyFault[robot] != PolicyFault.NONE.ordinal());
        if (settled > 0) {
            walks.add(Metric.VELOCITY_MAE, errorX / settled);
            walks.add(Metric.LATERAL_MAE, errorY / settled);
            walks.add(Metric.YAW_RATE_MAE, errorYaw / settled);
            walks.add(Metric.SPEED, forward / settled);
        }
        walks.add(Metric.POWER_MEAN, workJ / timeS);
        if (wayM >= LEAST_WAY_M) {
            walks.add(Metric.COST_OF_TRANSPORT, workJ / ((A1.MASS_KG + payloadKg) * GRAVITY_M_S2 * wayM));
        }
        walks.add(Metric.ROLL_PITCH_RATE_RMS, Math.sqrt(rateSquare / rows.step[robot]));
        walks.add(Metric.TILT_RMS, Math.sqrt(tiltSquare / rows.step[robot]));
        if (success) {
            walks.add(Metric.TIME, timeS);
        }
        errorX = 0;
        errorY = 0;
        errorYaw = 0;
        forward = 0;
        rateSquare = 0;
        tiltSquare = 0;
        wayM = 0;
        settled = 0;
    }
}
