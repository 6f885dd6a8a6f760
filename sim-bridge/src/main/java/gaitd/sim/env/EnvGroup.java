package gaitd.sim.env;

/** A few neighbouring robots whose physics steps together; the piece of work that a thread takes. */
final class EnvGroup {
    private final EnvRobot[] robots;
    private final GroupPhysics physics;
    private final double[][] torqueNm;
    private final double[][] dampingNmSRad;
    private final int ticks;
    private final int substeps;

    EnvGroup(final EnvPlan plan, final int first, final int count, final GroupPhysics physics) {
        this.physics = physics;
        ticks = plan.ticksPerStep();
        substeps = plan.substepsPerTick();
        robots = new EnvRobot[count];
        torqueNm = new double[count][];
        dampingNmSRad = new double[count][];
        for (int i = 0; i < count; i++) {
            robots[i] = new EnvRobot(plan, first + i, physics.robot(i));
            torqueNm[i] = robots[i].body.torqueNm();
            dampingNmSRad[i] = robots[i].body.dampingNmSRad();
        }
    }

    EnvRobot robot(final int index) {
        return robots[index];
    }

    void restart(final long seed) {
        for (final EnvRobot robot : robots) {
            robot.restart(seed);
        }
    }

    void reset() {
        for (final EnvRobot robot : robots) {
            robot.beginEpisode();
        }
    }

    void step(final EnvBuffers buffers) {
        for (final EnvRobot robot : robots) {
            robot.beginStep(buffers);
        }
        for (int tick = 0; tick < ticks; tick++) {
            for (final EnvRobot robot : robots) {
                robot.act();
            }
            for (int substep = 0; substep < substeps; substep++) {
                physics();
            }
            for (final EnvRobot robot : robots) {
                robot.afterTick();
            }
        }
        for (final EnvRobot robot : robots) {
            robot.endStep(buffers);
        }
    }

    private void physics() {
        for (final EnvRobot robot : robots) {
            robot.body.beforeStep();
        }
        physics.step(torqueNm, dampingNmSRad);
        for (final EnvRobot robot : robots) {
            robot.body.afterStep();
        }
    }
}
