package gaitd.runtime.policy;

/** Factors, offsets and limits of a whole observation or action list, one number a value; arrays of one length. */
public final class Scaling {
    final double[] scale;
    final double[] offset;
    final double[] min;
    final double[] max;

    /**
     * Takes the arrays, which must not be changed afterwards.
     *
     * @param scale factors
     * @param offset subtracted from an observation, added to an action
     * @param min lower limits of the result
     * @param max upper limits of the result
     */
    public Scaling(final double[] scale, final double[] offset, final double[] min, final double[] max) {
        if (offset.length != scale.length || min.length != scale.length || max.length != scale.length) {
            throw new IllegalArgumentException("arrays of different lengths");
        }
        this.scale = scale;
        this.offset = offset;
        this.min = min;
        this.max = max;
    }

    int size() {
        return scale.length;
    }
}
