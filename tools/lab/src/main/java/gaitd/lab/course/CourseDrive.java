package gaitd.lab.course;

import gaitd.lab.walks.WalkStarts;

/**
 * What is asked of a walk, and what is a success: to go a way along the first heading within a time, or to hold a velocity for that time.
 * Walks of odd numbers are asked for the mirror image.
 *
 * @param vx forward velocity, m/s
 * @param vy velocity to the left, m/s
 * @param yawRate rate of turn to the left, rad/s
 * @param stops whether every other phase of {@link #PHASE_S} is asked to stand
 * @param wayM way that is a success, or infinite where velocity is, m
 * @param limitS longest walk, s
 * @param starts where walks begin
 */
record CourseDrive(double vx, double vy, double yawRate, boolean stops, double wayM, double limitS, WalkStarts starts) {
    /** Length of a phase, of which the second half is measured, s. */
    static final double PHASE_S = 4;
    /** Greatest mean error of the velocity along the ground of a walk that holds its velocity, m/s. */
    static final double TOLERANCE_M_S = 0.1;
    /** Greatest mean error of its rate of turn, rad/s. */
    static final double TOLERANCE_RAD_S = 0.15;

    private static final double USUAL_M_S = 0.3;
    /** How many times as long as at the velocity asked for a walk may take. */
    private static final double PATIENCE = 1.8;

    private static final double HOLD_S = 5 * PHASE_S;

    /** A way at 0.3 m/s, on a ground of one kind all over, or from the start of a course. */
    static CourseDrive way(final String terrain, final double wayM) {
        return WalkStarts.isEverywhere(terrain) ? along(wayM, WalkStarts.on(terrain, wayM)) : from(wayM, 0);
    }

    /** A way at 0.3 m/s along a course, from one of some places on its x axis. */
    static CourseDrive from(final double wayM, final double... xM) {
        return along(wayM, new CourseStarts(wayM, false, xM));
    }

    /** A way at 0.3 m/s from the origin of a course that leads both ways, ahead or back. */
    static CourseDrive eitherWay(final double wayM) {
        return along(wayM, new CourseStarts(wayM, true, 0));
    }

    private static CourseDrive along(final double wayM, final WalkStarts starts) {
        return new CourseDrive(USUAL_M_S, 0, 0, false, wayM, PATIENCE * wayM / USUAL_M_S, starts);
    }

    /** A velocity that is held on flat ground. */
    static CourseDrive hold(final double vx, final double vy, final double yawRate, final boolean stops) {
        final double everM = Double.POSITIVE_INFINITY;
        return new CourseDrive(vx, vy, yawRate, stops, everM, HOLD_S, WalkStarts.on("flat", everM));
    }

    boolean isWay() {
        return wayM < Double.POSITIVE_INFINITY;
    }

    /** 1 or -1, for what mirrors, in a walk of a number. */
    static double side(final int walk) {
        return (walk & 1) == 0 ? 1 : -1;
    }

    /** 1 while the velocity is asked for, 0 while standing is. */
    double share(final double timeS) {
        return stops && ((long) (timeS / PHASE_S) & 1) == 1 ? 0 : 1;
    }
}
