package studio.engine.search;

/** How far apart a model takes two values of one coordinate for. */
enum Coordinate {
    /** By their difference. */
    REAL,
    /** By 1 when they differ: neighbours have no more in common than others. */
    CATEGORY,
    /** Nearly by their difference, and by 1 where the coordinate matters to one of the two points only. */
    CONDITIONAL;

    static Coordinate[] of(ParameterSpace space) {
        Coordinate[] coordinates = new Coordinate[space.size()];
        for (int d = 0; d < coordinates.length; d++) {
            coordinates[d] =
                    space.dimensions().get(d).isCategory() ? CATEGORY : space.isConditional(d) ? CONDITIONAL : REAL;
        }
        return coordinates;
    }
}
