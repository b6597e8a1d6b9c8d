/**
 * Every training ever started, page by page from the server, with running ones live. Way in: {@link
 * studio.desktop.history.HistoryController}.
 */
@NullMarked
package studio.desktop.history;

import org.jspecify.annotations.NullMarked;
