package studio.server.progress.eta;

/** What a running job has shown of one kind of phase: its evaluations, and its optimizer's model. Not thread-safe. */
final class PhaseEvidence {
    final KindEvidence evaluation = new KindEvidence();
    final KindEvidence model = new KindEvidence();

    void fade(double factor) {
        evaluation.fade(factor);
        model.fade(factor);
    }

    boolean isEmpty() {
        return evaluation.seen() <= 0;
    }
}
