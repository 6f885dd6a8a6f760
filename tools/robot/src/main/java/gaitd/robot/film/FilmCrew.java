package gaitd.robot.film;

import gaitd.hal.A1;
import gaitd.robot.report.RunMeter;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.Scenario;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.terrain.Terrain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes a walking robot's pose as often as a film shows it, by the robot's own clock, and has the film made afterwards. */
final class FilmCrew {
    private static final double LONGEST_S = 60;
    private static final double MS_PER_S = 1000;

    private final Terrain ground;
    private final FilmStudio studio;
    private final Path file;
    private final int rateHz;
    private final List<FilmPose> poses = new ArrayList<>();
    private long beganMs = -1;

    FilmCrew(final Terrain ground, final FilmStudio studio, final Path file, final int rateHz) {
        this.ground = ground;
        this.studio = studio;
        this.file = file;
        this.rateHz = rateHz;
    }

    /**
     * Looks on beside another monitor.
     *
     * @param other sees every frame, too
     * @return to be called in its place
     */
    RunMonitor beside(final RunMonitor other) {
        return new Beside(other);
    }

    private void take(final TickFrame frame, final RunMeter meter) {
        if (poses.size() >= LONGEST_S * rateHz) {
            return;
        }
        final long nowMs = frame.get(TickField.ROBOT_TICK);
        if (beganMs < 0 && frame.get(TickField.MODE) == Mode.WALK.ordinal()) {
            beganMs = nowMs;
        }
        if (beganMs >= 0 && nowMs - beganMs >= MS_PER_S * poses.size() / rateHz) {
            poses.add(pose(frame, meter.sample()));
        }
    }

    private FilmPose pose(final TickFrame frame, final WalkSample sample) {
        final double[] q = new double[A1.JOINTS];
        for (int joint = 0; joint < q.length; joint++) {
            q[joint] = frame.real(TickField.Q, joint);
        }
        final double[] place = {sample.xM, sample.yM, ground.heightM(sample.xM, sample.yM) + sample.heightM};
        final double[] rpy = {
            frame.real(TickField.RPY, 0),
            frame.real(TickField.RPY, 1),
            StrictMath.atan2(sample.headingSin, sample.headingCos)
        };
        return new FilmPose(place, rpy, q);
    }

    /** Makes the film, where the robot walked. */
    void make() {
        if (!poses.isEmpty()) {
            studio.make(file, ground, poses, rateHz);
        }
    }

    /** Both look on. */
    private final class Beside implements RunMonitor {
        private final RunMonitor other;

        Beside(final RunMonitor other) {
            this.other = other;
        }

        @Override
        public void frame(final TickFrame frame, final Scenario scenario, final RunMeter meter) {
            other.frame(frame, scenario, meter);
            take(frame, meter);
        }

        @Override
        public void idle(final Scenario scenario) {
            other.idle(scenario);
        }
    }
}
