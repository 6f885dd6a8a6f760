package gaitd.lab.course;

import gaitd.lab.walks.WalkWatch;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.StepQuantity;
import gaitd.sim.measure.WalkFigures;

/** Asks the walks of a level for what the level wants, and judges them. */
final class CourseWatch implements WalkWatch {
    private final CourseDrive drive;
    private final double stepS;
    private final CourseWalks walks;
    private final double[] forward;
    private final double[] left;
    private final double[] turn;
    private final double[] velocityError;
    private final double[] yawError;
    private final int[] phases;

    CourseWatch(final CourseDrive drive, final double stepS, final int walks) {
        this.drive = drive;
        this.stepS = stepS;
        this.walks = new CourseWalks(walks);
        forward = new double[walks];
        left = new double[walks];
        turn = new double[walks];
        velocityError = new double[walks];
        yawError = new double[walks];
        phases = new int[walks];
    }

    /** The walks, once all have ended. */
    CourseWalks walks() {
        return walks;
    }

    @Override
    public void command(final int walk, final int step, final EnvBuffers rows, final int robot) {
        final double share = drive.share(step * stepS);
        rows.command[robot * EnvBuffers.COMMANDS] = share * drive.vx();
        rows.command[robot * EnvBuffers.COMMANDS + 1] = share * CourseDrive.side(walk) * drive.vy();
        rows.command[robot * EnvBuffers.COMMANDS + 2] = share * CourseDrive.side(walk) * drive.yawRate();
    }

    @Override
    public void stepped(final int walk, final EnvBuffers rows, final int robot) {
        final int phaseSteps = (int) Math.rint(CourseDrive.PHASE_S / stepS);
        final int step = rows.step[robot] - 1;
        final int inPhase = step % phaseSteps;
        if (inPhase < phaseSteps / 2) {
            return;
        }
        final double share = drive.share(step * stepS);
        final double side = CourseDrive.side(walk);
        forward[walk] += rows.quantity(robot, StepQuantity.FORWARD_VELOCITY) - share * drive.vx();
        left[walk] += rows.quantity(robot, StepQuantity.LEFT_VELOCITY) - share * side * drive.vy();
        turn[walk] += rows.quantity(robot, StepQuantity.YAW_RATE) - share * side * drive.yawRate();
        if (inPhase == phaseSteps - 1) {
            endPhase(walk, phaseSteps - phaseSteps / 2);
        }
    }

    private void endPhase(final int walk, final int measured) {
        velocityError[walk] += Math.sqrt(forward[walk] * forward[walk] + left[walk] * left[walk]) / measured;
        yawError[walk] += Math.abs(turn[walk]) / measured;
        phases[walk]++;
        forward[walk] = 0;
        left[walk] = 0;
        turn[walk] = 0;
    }

    @Override
    public void ended(final int walk, final EnvBuffers rows, final int robot, final WalkFigures figures) {
        final double velocity = phases[walk] == 0 ? Double.NaN : velocityError[walk] / phases[walk];
        final double yaw = phases[walk] == 0 ? Double.NaN : yawError[walk] / phases[walk];
        put(CourseFigure.VELOCITY_ERROR, walk, velocity);
        put(CourseFigure.YAW_RATE_ERROR, walk, yaw);
        put(CourseFigure.POWER, walk, figures.meanPowerW());
        put(CourseFigure.SWAY, walk, figures.rollPitchRmsRadS());
        final boolean success = drive.isWay()
                ? rows.quantity(robot, StepQuantity.DISTANCE) >= drive.wayM()
                : velocity <= CourseDrive.TOLERANCE_M_S && yaw <= CourseDrive.TOLERANCE_RAD_S && lasted(rows, robot);
        walks.end()[walk] = figures.falls() > 0
                ? CourseEnd.FELL
                : rows.terminated[robot] ? CourseEnd.FAULT : success ? CourseEnd.SUCCESS : CourseEnd.MISSED;
    }

    private boolean lasted(final EnvBuffers rows, final int robot) {
        return rows.step[robot] >= (int) Math.rint(drive.limitS() / stepS);
    }

    private void put(final CourseFigure which, final int walk, final double value) {
        walks.figure()[which.ordinal()][walk] = value;
    }
}
