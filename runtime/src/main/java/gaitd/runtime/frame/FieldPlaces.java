package gaitd.runtime.frame;

/** Places of fields one behind the other. */
final class FieldPlaces {
    private FieldPlaces() {}

    /** Offset of each field, and at last the size of all of them, rounded up to whole words of 8 bytes. */
    static int[] of(final FrameField[] fields) {
        final int[] places = new int[fields.length + 1];
        for (int i = 0; i < fields.length; i++) {
            places[i + 1] = places[i] + fields[i].kind().bytes * fields[i].count();
        }
        places[fields.length] = (places[fields.length] + 7) & ~7;
        return places;
    }
}
