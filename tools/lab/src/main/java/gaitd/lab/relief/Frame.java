package gaitd.lab.relief;

/** Bounding rectangle of a mesh in a picture. */
final class Frame {
    /** Least place to the right, pixels. */
    final double left;
    /** Least place down, pixels. */
    final double top;

    private final double right;
    private final double bottom;

    /**
     * Measures a mesh.
     *
     * @param mesh triangles
     * @param camera the projection
     */
    Frame(final Mesh mesh, final Camera camera) {
        double leastX = Double.POSITIVE_INFINITY;
        double leastY = Double.POSITIVE_INFINITY;
        double mostX = Double.NEGATIVE_INFINITY;
        double mostY = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < mesh.count; t++) {
            for (int k = 0; k < 3; k++) {
                final double x = camera.toX(mesh.at(t, k, 0), mesh.at(t, k, 1));
                final double y = camera.toY(mesh.at(t, k, 0), mesh.at(t, k, 1), mesh.at(t, k, 2));
                leastX = Math.min(leastX, x);
                leastY = Math.min(leastY, y);
                mostX = Math.max(mostX, x);
                mostY = Math.max(mostY, y);
            }
        }
        left = leastX;
        top = leastY;
        right = mostX;
        bottom = mostY;
    }

    /**
     * Width of the rectangle.
     *
     * @return pixels
     */
    double width() {
        return right - left;
    }

    /**
     * Height of the rectangle.
     *
     * @return pixels
     */
    double height() {
        return bottom - top;
    }
}
