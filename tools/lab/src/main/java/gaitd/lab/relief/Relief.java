package gaitd.lab.relief;

import java.awt.image.BufferedImage;

/** Draws shaded triangles into a picture, several samples a pixel. */
final class Relief {
    private final Mesh mesh;
    private final Shader shader;
    private final Camera camera;
    private final int fine;
    private final double[] point = new double[3];
    private final double[] rgb = new double[3];
    private final double[] sum = new double[3];

    /**
     * Sets up.
     *
     * @param mesh triangles
     * @param shader its colours
     * @param camera the projection, in samples
     * @param fine samples along each side of a pixel
     */
    Relief(final Mesh mesh, final Shader shader, final Camera camera, final int fine) {
        this.mesh = mesh;
        this.shader = shader;
        this.camera = camera;
        this.fine = fine;
    }

    /**
     * Draws.
     *
     * @param image drawn into
     */
    void draw(final BufferedImage image) {
        final DepthBuffer seen = new DepthBuffer(image.getWidth() * fine, image.getHeight() * fine);
        seen.draw(mesh, camera);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                final int hits = sample(seen, x, y);
                if (hits > 0) {
                    image.setRGB(x, y, over(image.getRGB(x, y), hits));
                }
            }
        }
    }

    private int sample(final DepthBuffer seen, final int x, final int y) {
        int hits = 0;
        sum[0] = 0;
        sum[1] = 0;
        sum[2] = 0;
        for (int k = 0; k < fine * fine; k++) {
            final int px = x * fine + k % fine;
            final int py = y * fine + k / fine;
            final int at = py * seen.width + px;
            if (seen.triangle[at] >= 0) {
                camera.world(px + 0.5, py + 0.5, seen.depth[at], point);
                shader.shade(seen.triangle[at], point, rgb);
                hits++;
                for (int i = 0; i < 3; i++) {
                    sum[i] += Math.min(1, rgb[i]);
                }
            }
        }
        return hits;
    }

    private int over(final int under, final int hits) {
        final int samples = fine * fine;
        int out = 0xFF;
        for (int i = 0; i < 3; i++) {
            final int below = under >> (16 - 8 * i) & 0xFF;
            final double value = (255 * sum[i] + (samples - hits) * below) / samples;
            out = out << 8 | Math.clamp(Math.round(value), 0, 255);
        }
        return out;
    }
}
