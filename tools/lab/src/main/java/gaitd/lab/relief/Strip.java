package gaitd.lab.relief;

import gaitd.sim.terrain.Terrain;
import java.awt.image.BufferedImage;

/** A block of ground and its place in the picture. */
final class Strip {
    /** Which piece of ground. */
    final View view;
    /** Underside of the block, m. */
    final double bottomM;
    /** Bounds in the picture, pixels. */
    final Camera camera;
    /** Pixels a metre. */
    final double scale;

    private final Terrain terrain;
    private final double heightScaleM;
    private final Mesh mesh = new Mesh();
    private final Frame frame;

    /**
     * Builds the block.
     *
     * @param terrain the ground
     * @param view which piece
     * @param bottomM underside of the block, m
     * @param heightScaleM height that is coloured most strongly, m
     * @param camera not shifted
     * @param scale its pixels a metre
     */
    Strip(
            final Terrain terrain,
            final View view,
            final double bottomM,
            final double heightScaleM,
            final Camera camera,
            final double scale) {
        this.terrain = terrain;
        this.view = view;
        this.bottomM = bottomM;
        this.heightScaleM = heightScaleM;
        this.camera = camera;
        this.scale = scale;
        GroundMesh.add(mesh, terrain, view, bottomM);
        if (view.fromXM() < 0) {
            RobotMesh.add(mesh);
        }
        frame = new Frame(mesh, camera);
    }

    /**
     * Width in the picture.
     *
     * @return pixels
     */
    double widthPixels() {
        return frame.width();
    }

    /**
     * Height in the picture.
     *
     * @return whole pixels
     */
    int heightPixels() {
        return (int) Math.ceil(frame.height());
    }

    /**
     * Draws; afterwards the camera is that of the picture.
     *
     * @param image the picture
     * @param left where the block begins, pixels
     * @param top where the block begins, pixels
     * @param fine samples along each side of a pixel
     */
    void draw(final BufferedImage image, final int left, final int top, final int fine) {
        final int height = heightPixels();
        final BufferedImage part = image.getSubimage(0, top, image.getWidth(), height);
        final Camera samples = camera.finer(fine);
        samples.shift(fine * (left - frame.left), -fine * frame.top);
        final Shader shader = new Shader(terrain, view, mesh, camera.along, scale, heightScaleM);
        new Relief(mesh, shader, samples, fine).draw(part);
        camera.shift(left - frame.left, top - frame.top);
    }
}
