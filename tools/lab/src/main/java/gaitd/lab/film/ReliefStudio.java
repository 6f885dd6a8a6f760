package gaitd.lab.film;

import gaitd.lab.image.Canvas;
import gaitd.lab.relief.Stage;
import gaitd.robot.film.FilmPose;
import gaitd.robot.film.FilmStudio;
import gaitd.sim.terrain.Terrain;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws films, several pictures at a time; the camera stands still until the robot has walked past, and then stands further on. */
public final class ReliefStudio implements FilmStudio {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final double AHEAD_M = 0.75;

    /** Made by the service loader. */
    public ReliefStudio() {}

    @Override
    public void check(final Path file) {
        FilmFile.check(file);
    }

    @Override
    public void make(final Path file, final Terrain ground, final List<FilmPose> poses, final int rateHz) {
        Canvas.needNoDisplay();
        final List<Stage> stages = stages(ground, poses);
        final List<BufferedImage> pictures = IntStream.range(0, poses.size())
                .parallel()
                .mapToObj(i -> stages.get(i)
                        .draw(
                                poses.get(i).placeM(),
                                poses.get(i).rpyRad(),
                                poses.get(i).qRad()))
                .toList();
        FilmFile.write(pictures, rateHz, file);
    }

    /** The stage of each picture. */
    private static List<Stage> stages(final Terrain ground, final List<FilmPose> poses) {
        final double fromM =
                poses.stream().mapToDouble(pose -> pose.placeM()[0]).min().orElseThrow();
        final double toM =
                poses.stream().mapToDouble(pose -> pose.placeM()[0]).max().orElseThrow();
        final double scaleM = Stage.heightScaleM(ground, fromM, toM);
        final List<Stage> stages = new ArrayList<>();
        Stage stage = null;
        for (final FilmPose pose : poses) {
            final double x = pose.placeM()[0];
            if (stage == null || !stage.shows(x)) {
                final double ahead = AHEAD_M * StrictMath.cos(pose.rpyRad()[2]);
                stage = new Stage(ground, x + ahead, pose.placeM()[1], scaleM, WIDTH, HEIGHT);
            }
            stages.add(stage);
        }
        return stages;
    }
}
