package gaitd.lab.relief;

import java.util.Arrays;

/** Rasterises triangles; the nearest is visible at each pixel. */
final class DepthBuffer {
    /** Pixels from left to right. */
    final int width;
    /** Pixels from top to bottom. */
    final int height;
    /** Depth of the visible triangle at each pixel, m; infinite without one. */
    final float[] depth;
    /** Visible triangle at each pixel; -1 without one. */
    final int[] triangle;

    /**
     * An empty buffer.
     *
     * @param width pixels from left to right
     * @param height pixels from top to bottom
     */
    DepthBuffer(final int width, final int height) {
        this.width = width;
        this.height = height;
        depth = new float[width * height];
        triangle = new int[width * height];
        Arrays.fill(depth, Float.POSITIVE_INFINITY);
        Arrays.fill(triangle, -1);
    }

    /**
     * Draws all of a mesh.
     *
     * @param mesh triangles
     * @param camera the projection
     */
    void draw(final Mesh mesh, final Camera camera) {
        final double[] x = new double[3];
        final double[] y = new double[3];
        final double[] z = new double[3];
        for (int t = 0; t < mesh.count; t++) {
            for (int k = 0; k < 3; k++) {
                x[k] = camera.toX(mesh.at(t, k, 0), mesh.at(t, k, 1));
                y[k] = camera.toY(mesh.at(t, k, 0), mesh.at(t, k, 1), mesh.at(t, k, 2));
                z[k] = camera.depth(mesh.at(t, k, 0), mesh.at(t, k, 1), mesh.at(t, k, 2));
            }
            draw(t, x, y, z);
        }
    }

    private void draw(final int which, final double[] x, final double[] y, final double[] z) {
        final double area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
        if (area == 0) {
            return;
        }
        final int left = Math.max(0, (int) Math.ceil(Math.min(x[0], Math.min(x[1], x[2])) - 0.5));
        final int right = Math.min(width - 1, (int) Math.floor(Math.max(x[0], Math.max(x[1], x[2])) - 0.5));
        final int top = Math.max(0, (int) Math.ceil(Math.min(y[0], Math.min(y[1], y[2])) - 0.5));
        final int bottom = Math.min(height - 1, (int) Math.floor(Math.max(y[0], Math.max(y[1], y[2])) - 0.5));
        for (int py = top; py <= bottom; py++) {
            for (int px = left; px <= right; px++) {
                final double dx = px + 0.5;
                final double dy = py + 0.5;
                final double b = ((dx - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (dy - y[0])) / area;
                final double c = ((x[1] - x[0]) * (dy - y[0]) - (dx - x[0]) * (y[1] - y[0])) / area;
                if (b >= 0 && c >= 0 && b + c <= 1) {
                    final float d = (float) (z[0] + b * (z[1] - z[0]) + c * (z[2] - z[0]));
                    final int at = py * width + px;
                    if (d < depth[at]) {
                        depth[at] = d;
                        triangle[at] = which;
                    }
                }
            }
        }
    }
}
