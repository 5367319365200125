import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  frontPage,
  searchQuery,
  searchResult,
  vocabularies,
  type FrontPage,
  type SearchQuery,
  type SearchResult,
  type Vocabularies,
} from '#catalogue/contracts';
import { FrontPages, PostgresSearch, vocabularyLists } from '#catalogue/server';
import type { Actor } from '#kernel';
import { Access, CurrentActor } from '../../http/authentication/index.ts';

/** What may be read of the catalogue as a whole. Any origin may ask; browsers then send no cookie, so it sees what is public. */
@ApiTags('Search')
@Controller('api/v1')
@Access('public')
export class SearchController {
  constructor(
    private readonly datasets: PostgresSearch,
    private readonly frontPages: FrontPages,
  ) {}

  @Get('datasets')
  @ApiOkResponse({ standardSchema: searchResult })
  search(@CurrentActor() reader: Actor, @Query({ schema: searchQuery }) query: SearchQuery): Promise<SearchResult> {
    return this.datasets.search(query, reader);
  }

  @Get('catalogue')
  @ApiOkResponse({ standardSchema: frontPage })
  frontPage(@CurrentActor() reader: Actor): Promise<FrontPage> {
    return this.frontPages.view(reader);
  }

  @Get('vocabularies')
  @Header('cache-control', 'public, max-age=3600')
  @ApiOkResponse({ standardSchema: vocabularies })
  vocabularies(): Vocabularies {
    return vocabularyLists;
  }
}
