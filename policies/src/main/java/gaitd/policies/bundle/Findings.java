package gaitd.policies.bundle;

import gaitd.policies.text.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects all errors of a bundle. */
final class Findings implements Problems {
    private static final int COUNT_MAX = 50;

    private final List<BundleFinding> list = new ArrayList<>();

    @Override
    public void add(final String where, final String what) {
        if (list.size() < COUNT_MAX) {
            list.add(new BundleFinding(where, what));
        }
    }

    int count() {
        return list.size();
    }

    List<BundleFinding> list() {
        return List.copyOf(list);
    }

    /** Does nothing when nothing is wrong. */
    void throwIfAny() {
        if (!list.isEmpty()) {
            throw new BundleException(text());
        }
    }

    String text() {
        return list.stream().map(BundleFinding::toString).collect(Collectors.joining("; "));
    }
}
