import { Component, signal } from '@angular/core';
import {
  AccessBadge,
  Contours,
  CoverageMap,
  Dialog,
  Icon,
  iconNames,
  Loading,
  MarkedText,
  Notice,
  type NoticeKind,
  StateBadge,
} from '#ui';
import { describePage } from '../shell/page-head.ts';

/** Every part of `libs/ui` and the tokens, to look at side by side. Development builds only, so its words are not translated. */
@Component({
  selector: 'wl-style-page',
  imports: [AccessBadge, Contours, CoverageMap, Dialog, Icon, Loading, MarkedText, Notice, StateBadge],
  templateUrl: './style-page.html',
})
export class StylePage {
  protected readonly colours = [
    'paper',
    'paper-raised',
    'paper-sunk',
    'ink',
    'ink-secondary',
    'rule',
    'way',
    'way-tint',
    'boundary',
    'water',
    'ochre',
    'refusal',
  ];
  protected readonly levels = [
    ['open', 'Anyone'],
    ['public-with-terms', 'Anyone who accepts the terms'],
    ['group', 'Members of a group'],
    ['named', 'Organisations the owner approves'],
    ['closed', 'Not shared'],
    ['not-stated', 'Ask the publisher'],
  ] as const;
  protected readonly states = [
    ['draft', 'Draft'],
    ['open', 'Being checked'],
    ['returned', 'More information needed'],
    ['on-hold', 'On hold'],
    ['under-review', 'Being reviewed'],
    ['withdrawn', 'Withdrawn'],
    ['approved', 'Approved'],
    ['partly-approved', 'Approved in part'],
    ['refused', 'Refused'],
    ['redirected', 'Passed on'],
    ['complete', 'Complete'],
    ['support-if', 'Supports it on conditions'],
  ] as const;
  protected readonly notices: readonly NoticeKind[] = ['information', 'attention', 'pending', 'refusal', 'done'];
  protected readonly icons = iconNames;
  protected readonly parts = [
    { text: 'Readings of ', match: false },
    { text: 'air', match: true },
    { text: ' quality', match: false },
  ];
  protected readonly open = signal(false);

  constructor() {
    describePage(() => ({ title: 'Style guide' }));
  }
}
