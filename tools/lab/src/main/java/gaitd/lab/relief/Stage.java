package gaitd.lab.relief;

import gaitd.sim.terrain.Terrain;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A piece of ground that a film's camera looks at without moving, and a robot on it. Safe from any thread. */
public final class Stage {
    private static final double AZIMUTH_RAD = Math.toRadians(-20);
    private static final double ELEVATION_RAD = Math.toRadians(24);
    private static final double ALONG_M = 2.6;
    private static final double ASIDE_M = 1;
    private static final double THICKNESS_M = 0.1;
    private static final int FINE = 2;
    private static final Color PAPER = Color.WHITE;

    private final Terrain terrain;
    private final View view;
    private final double bottomM;
    private final double heightScaleM;
    private final int width;
    private final int height;
    private final double scale;
    private final double shiftX;
    private final double shiftY;

    /**
     * A stage around a place.
     *
     * @param terrain the ground
     * @param xM world x of its middle, m
     * @param yM world y of the robot, m
     * @param heightScaleM height that is coloured most strongly, m
     * @param width pixels
     * @param height pixels
     */
    public Stage(
            final Terrain terrain,
            final double xM,
            final double yM,
            final double heightScaleM,
            final int width,
            final int height) {
        this.terrain = terrain;
        this.width = width;
        this.height = height;
        this.heightScaleM = heightScaleM;
        view = new View(xM - ALONG_M / 2, xM + ALONG_M / 2, Math.abs(yM) + ASIDE_M);
        bottomM = Heights.of(terrain, List.of(view)).lowestM() - THICKNESS_M;
        scale = width / (ALONG_M + 2 * view.halfWidthM() * Math.abs(new Camera(AZIMUTH_RAD, 0, 1).toX(0, 1)));
        final Camera camera = new Camera(AZIMUTH_RAD, ELEVATION_RAD, scale);
        final double middleM = terrain.heightM(xM, 0) + 0.15;
        shiftX = width / 2.0 - camera.toX(xM, 0);
        shiftY = height / 2.0 - camera.toY(xM, 0, middleM);
    }

    /**
     * Height of ground that is coloured most strongly around a way.
     *
     * @param terrain the ground
     * @param fromXM least x, m
     * @param toXM greatest x, m
     * @return m
     */
    public static double heightScaleM(final Terrain terrain, final double fromXM, final double toXM) {
        return Heights.of(terrain, List.of(new View(fromXM - 1, toXM + 1, ASIDE_M)))
                .scaleM();
    }

    /**
     * Whether a robot's place is well within.
     *
     * @param xM world x, m
     * @return false near the ends and beyond
     */
    public boolean shows(final double xM) {
        return Math.abs(xM - (view.fromXM() + view.toXM()) / 2) < 0.36 * ALONG_M;
    }

    /**
     * Draws a robot.
     *
     * @param place trunk origin in the world, 3, m
     * @param rpy roll, pitch and yaw, rad
     * @param q joint angles, 12, rad
     * @return the picture
     */
    public BufferedImage draw(final double[] place, final double[] rpy, final double[] q) {
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = image.createGraphics();
        g.setColor(PAPER);
        g.fillRect(0, 0, width, height);
        g.dispose();
        final Mesh mesh = new Mesh();
        GroundMesh.add(mesh, terrain, view, bottomM);
        RobotMesh.add(mesh, place, rpy, q);
        final Camera samples = new Camera(AZIMUTH_RAD, ELEVATION_RAD, scale).finer(FINE);
        samples.shift(FINE * shiftX, FINE * shiftY);
        final Shader shader = new Shader(terrain, view, mesh, samples.along, scale, heightScaleM);
        new Relief(mesh, shader, samples, FINE).draw(image);
        return image;
    }
}
